"""Cimba: models are classes whose methods Numba compiles and Cimba's C engine runs, one trial on
one worker. In the queues the servers are the processes and take customers from a Store, as in
Cimba's own benchmark; in the care network each patient is a spawned model. The hold models use
events; `hold-process` uses processes, each with a stack, of which a million does not fit.

Recorded: times in the system or waits, summed in the model, and what Cimba's Store and Resource
record in a trial without a window: lengths and units in use, weighted by time.
"""

import cimba as cb
from cimba import inputs

from contract import ICU_STAY, SUB_STAY, WARD_STAY, care_checks, pending_of, report, stopwatch

SUB_MU, SUB_SIGMA = SUB_STAY
WARD_MU, WARD_SIGMA = WARD_STAY
ICU_MU, ICU_SIGMA = ICU_STAY


class SingleServer(cb.Model):
    gap: cb.Input[float] = inputs.dist.exponential(mean=1 / 0.9)
    service: cb.Input[float] = inputs.dist.exponential(mean=1.0)
    customers: cb.Param[int] = 1000
    line: cb.Store[float]
    total: float = 0.0
    time_in_system: cb.Output[float]

    @cb.process
    def arrivals(self):
        for _ in range(self.customers):
            cb.hold(self.gap.next())
            self.line.put(cb.now())

    @cb.process
    def server(self):
        while True:
            came = self.line.get()
            cb.hold(self.service.next())
            self.total += cb.now() - came

    @cb.on_end
    def finish(self):
        self.time_in_system = self.total / self.customers


class EightServers(cb.Model):
    gap: cb.Input[float] = inputs.dist.exponential(mean=1 / 7.2)
    service: cb.Input[float] = inputs.dist.exponential(mean=1.0)
    customers: cb.Param[int] = 1000
    line: cb.Store[float]
    total: float = 0.0
    time_in_system: cb.Output[float]

    @cb.process
    def arrivals(self):
        for _ in range(self.customers):
            cb.hold(self.gap.next())
            self.line.put(cb.now())

    @cb.process(copies=8)
    def server(self):
        while True:
            came = self.line.get()
            cb.hold(self.service.next())
            self.total += cb.now() - came

    @cb.on_end
    def finish(self):
        self.time_in_system = self.total / self.customers


class CareNetwork(cb.Model):
    patients: cb.Param[int] = 1000
    primary: cb.Resource = cb.Resource(capacity=30)
    sub: cb.Resource = cb.Resource(capacity=150)
    ward: cb.Resource = cb.Resource(capacity=46)
    icu: cb.Resource = cb.Resource(capacity=12)
    primary_wait: float = 0.0
    sub_wait: float = 0.0
    ward_wait: float = 0.0
    icu_wait: float = 0.0
    sub_stays: int = 0
    ward_stays: int = 0
    icu_stays: int = 0
    returns: int = 0
    wait_primary: cb.Output[float]
    wait_sub: cb.Output[float]
    wait_ward: cb.Output[float]
    wait_icu: cb.Output[float]
    admissions: cb.Output[float]
    stays: cb.Output[float]

    @cb.process
    def arrivals(self):
        for _ in range(self.patients):
            cb.hold(cb.random.exponential(1 / 40))
            cb.spawn(Patient, net=self)

    @cb.on_end
    def finish(self):
        self.wait_primary = self.primary_wait / self.patients
        self.wait_sub = self.sub_wait / self.sub_stays
        self.wait_ward = self.ward_wait / self.ward_stays
        self.wait_icu = self.icu_wait / self.icu_stays
        self.admissions = self.icu_stays
        self.stays = (self.patients + self.sub_stays + self.ward_stays + self.icu_stays
                      + self.returns)


class Patient(cb.Model):
    net: cb.Ref[CareNetwork]

    @cb.process
    def course(self):
        self.visit()
        cb.release(self)

    @cb.function
    def visit(self) -> None:
        net = self.net
        asked = cb.now()
        net.primary.acquire()
        net.primary_wait += cb.now() - asked
        cb.hold(cb.random.exponential(0.5))
        if cb.random.uniform(0.0, 1.0) >= 0.65:
            net.primary.release()
            return
        asked = cb.now()
        net.sub.acquire()
        net.sub_wait += cb.now() - asked
        net.sub_stays += 1
        net.primary.release()
        cb.hold(cb.random.lognormal(SUB_MU, SUB_SIGMA))
        if cb.random.uniform(0.0, 1.0) >= 0.20:
            net.sub.release()
            return
        asked = cb.now()
        net.ward.acquire()
        net.ward_wait += cb.now() - asked
        net.ward_stays += 1
        net.sub.release()
        cb.hold(cb.random.lognormal(WARD_MU, WARD_SIGMA))
        if cb.random.uniform(0.0, 1.0) >= 0.25:
            net.ward.release()
            return
        asked = cb.now()
        net.icu.acquire()
        net.icu_wait += cb.now() - asked
        net.icu_stays += 1
        net.ward.release()
        cb.hold(cb.random.lognormal(ICU_MU, ICU_SIGMA))
        net.icu.release()
        if cb.random.uniform(0.0, 1.0) < 0.80:
            net.ward.acquire()
            net.returns += 1
            cb.hold(cb.random.exponential(3.0))
            net.ward.release()


class Events(cb.Model):
    gap: cb.Input[float] = inputs.dist.exponential(mean=1.0)
    pending: cb.Param[int] = 100
    holds: cb.Param[int] = 1000
    done: int = 0
    end_time: cb.Output[float]

    @cb.event
    def tick(self):
        self.done += 1
        if self.done == self.holds:
            cb.end_trial()
        else:
            cb.schedule(self.tick, self.gap.next())

    @cb.process
    def fill(self):
        for _ in range(self.pending):
            cb.schedule(self.tick, self.gap.next())

    @cb.on_end
    def finish(self):
        self.end_time = cb.now()


def tickers(pending):
    """The hold model with a process for each event; the number of copies is part of the class."""

    class Tickers(cb.Model):
        gap: cb.Input[float] = inputs.dist.exponential(mean=1.0)
        holds: cb.Param[int] = 1000
        done: int = 0
        end_time: cb.Output[float]

        @cb.process(copies=pending)
        def tick(self):
            while True:
                cb.hold(self.gap.next())
                self.done += 1
                if self.done == self.holds:
                    cb.end_trial()

        @cb.on_end
        def finish(self):
            self.end_time = cb.now()

    return Tickers


def trial(model, seed):
    """Seconds of one trial, and how to read an output of it."""
    experiment = cb.Experiment(model, replications=1, seed=seed)
    seconds, results = stopwatch(lambda: experiment.run(workers=1, on_failure="raise"))
    return seconds, lambda name: float(getattr(results[model], name).values.ravel()[0])


def queue(kind, n, seed):
    model = kind()
    model.customers = n
    seconds, output = trial(model, seed)
    return seconds, 2 * n, {"mean_time_in_system": output("time_in_system")}


def care_network(n, seed):
    model = CareNetwork()
    model.patients = n
    seconds, output = trial(model, seed)
    waits = [output(f"wait_{place}") for place in ("primary", "sub", "ward", "icu")]
    return seconds, n + int(output("stays")), care_checks(waits, output("admissions"))


def hold(name, n, seed):
    """Filling the calendar is part of a trial: a trial of one hold is measured and taken off."""
    by_process = name.endswith("-process")
    kind = TICKERS.setdefault(name, tickers(pending_of(name))) if by_process else Events

    def timed(holds):
        model = kind()
        model.holds = holds
        if not by_process:
            model.pending = pending_of(name)
        return trial(model, seed)

    filling, _ = timed(1)
    seconds, output = timed(n)
    return seconds - filling, n, {"end_time": output("end_time")}


TICKERS = {}


def simulate(model, n, seed):
    if model == "mm1":
        return queue(SingleServer, n, seed)
    if model == "mmc":
        return queue(EightServers, n, seed)
    if model == "carenet":
        return care_network(n, seed)
    return hold(model, n, seed)


if __name__ == "__main__":
    report("cimba", simulate, compiled=True)
