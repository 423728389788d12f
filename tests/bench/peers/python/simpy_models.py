"""SimPy: each customer is a generator, each place a Resource, as in SimPy's own examples.

Recorded: times in the system or waits, summed by hand. SimPy itself records nothing, so queue
lengths and utilisation are not among the results.
"""

from random import expovariate, lognormvariate, random, seed as set_seed

import simpy

from contract import (BEDS, ICU_STAY, SUB_STAY, WARD_STAY, care_checks, pending_of, report,
                      stopwatch)


def queue(n, rate, servers):
    env = simpy.Environment()
    counter = simpy.Resource(env, capacity=servers)
    times = [0.0]

    def customer(env):
        came = env.now
        with counter.request() as request:
            yield request
            yield env.timeout(expovariate(1.0))
        times[0] += env.now - came

    def arrivals(env):
        for _ in range(n):
            yield env.timeout(expovariate(rate))
            env.process(customer(env))

    env.process(arrivals(env))
    seconds, _ = stopwatch(env.run)
    return seconds, 2 * n, {"mean_time_in_system": times[0] / n}


def care_network(n):
    env = simpy.Environment()
    primary, sub, ward, icu = (simpy.Resource(env, capacity=beds) for beds in BEDS.values())
    waits, stays = [0.0] * 5, [0] * 5

    def seize(place, stage):
        asked = env.now
        request = place.request()
        yield request
        waits[stage] += env.now - asked
        stays[stage] += 1
        return request

    def patient(env):
        slot = yield from seize(primary, 0)
        yield env.timeout(expovariate(2.0))
        if random() >= 0.65:
            return primary.release(slot)
        bed = yield from seize(sub, 1)
        primary.release(slot)
        yield env.timeout(lognormvariate(*SUB_STAY))
        if random() >= 0.20:
            return sub.release(bed)
        ward_bed = yield from seize(ward, 2)
        sub.release(bed)
        yield env.timeout(lognormvariate(*WARD_STAY))
        if random() >= 0.25:
            return ward.release(ward_bed)
        icu_bed = yield from seize(icu, 3)
        ward.release(ward_bed)
        yield env.timeout(lognormvariate(*ICU_STAY))
        icu.release(icu_bed)
        if random() < 0.80:
            ward_bed = yield from seize(ward, 4)
            yield env.timeout(expovariate(1 / 3))
            ward.release(ward_bed)

    def arrivals(env):
        for _ in range(n):
            yield env.timeout(expovariate(40.0))
            env.process(patient(env))

    env.process(arrivals(env))
    seconds, _ = stopwatch(env.run)
    means = [wait / max(1, count) for wait, count in zip(waits[:4], stays)]
    return seconds, n + sum(stays), care_checks(means, stays[3])


def hold(n, pending):
    env = simpy.Environment()
    finished = env.event()
    left = n

    def ticker(env):
        nonlocal left
        while True:
            yield env.timeout(expovariate(1.0))
            left -= 1
            if left == 0:
                finished.succeed()

    for _ in range(pending):
        env.process(ticker(env))
    while env.peek() == 0:  # every ticker starts and waits; this is not timed
        env.step()
    seconds, _ = stopwatch(lambda: env.run(until=finished))
    return seconds, n, {"end_time": env.now}


def simulate(model, n, seed):
    set_seed(seed)
    if model == "mm1":
        return queue(n, 0.9, 1)
    if model == "mmc":
        return queue(n, 7.2, 8)
    if model == "carenet":
        return care_network(n)
    return hold(n, pending_of(model))


if __name__ == "__main__":
    report("simpy", simulate)
