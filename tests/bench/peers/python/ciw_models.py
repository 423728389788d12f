"""Ciw: a network of service nodes; boarding is its blocking after service, at nodes without room
to wait.

Recorded: a data record of each visit to each node, as Ciw always does; the sums over them are
made after the clock has stopped. Ciw has no bare calendar, so there is no hold model.
"""

import ciw

from contract import BEDS, ICU_STAY, SUB_STAY, WARD_STAY, care_checks, report, stopwatch

ENDLESS = float("inf")
LOBBY = 5  # where a patient stands who has left the ICU and waits for a bed of the ward


def run(network, n):
    simulation = ciw.Simulation(network)
    seconds, _ = stopwatch(lambda: simulation.simulate_until_max_customers(n, method="Finish"))
    return seconds, simulation.get_all_records()


def queue(n, rate, servers):
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=rate)],
        service_distributions=[ciw.dists.Exponential(rate=1)],
        number_of_servers=[servers],
    )
    seconds, records = run(network, n)
    mean = sum(record.exit_date - record.arrival_date for record in records) / len(records)
    return seconds, 2 * len(records), {"mean_time_in_system": mean}


def care_network(n):
    """A patient who comes back to the ward is of another class, with the length of stay of it."""
    exponential, lognormal = ciw.dists.Exponential, ciw.dists.Lognormal
    sub, icu, at_once = lognormal(*SUB_STAY), lognormal(*ICU_STAY), ciw.dists.Deterministic(0)
    ward = {"First": lognormal(*WARD_STAY), "Back": exponential(rate=1 / 3)}
    stay = {"First": {"First": 1.0, "Back": 0.0}, "Back": {"First": 0.0, "Back": 1.0}}
    change = {"First": {"First": 0.0, "Back": 1.0}, "Back": {"First": 0.0, "Back": 1.0}}
    nowhere, to_ward = [0.0] * 5, [0.0, 0.0, 1.0, 0.0, 0.0]
    network = ciw.create_network(
        arrival_distributions={"First": [exponential(rate=40)] + [None] * 4, "Back": [None] * 5},
        service_distributions={
            name: [exponential(rate=2), sub, ward[name], icu, at_once] for name in ward
        },
        routing={
            "First": [
                [0.0, 0.65, 0.0, 0.0, 0.0],
                [0.0, 0.0, 0.20, 0.0, 0.0],
                [0.0, 0.0, 0.0, 0.25, 0.0],
                [0.0, 0.0, 0.0, 0.0, 0.80],
                to_ward,
            ],
            "Back": [nowhere, nowhere, nowhere, nowhere, to_ward],
        },
        class_change_matrices=[stay, stay, stay, stay, change],
        number_of_servers=[*BEDS.values(), ENDLESS],
        queue_capacities=[ENDLESS, 0, 0, 0, ENDLESS],
    )
    seconds, records = run(network, n)
    waits, counts = [0.0] * 4, [0] * 4
    stays = 0
    for record in records:
        if record.node == LOBBY:
            continue
        stays += 1
        if record.node == 1:
            waits[0] += record.waiting_time
            counts[0] += 1
        if record.node < 4 and record.destination in (2, 3, 4):
            waits[record.destination - 1] += record.time_blocked
            counts[record.destination - 1] += 1
    means = [wait / max(1, count) for wait, count in zip(waits, counts)]
    return seconds, counts[0] + stays, care_checks(means, counts[3])


def simulate(model, n, seed):
    ciw.seed(seed)
    if model == "mm1":
        return queue(n, 0.9, 1)
    if model == "mmc":
        return queue(n, 7.2, 8)
    if model == "carenet":
        return care_network(n)
    raise SystemExit(f"Cannot run {model} as Ciw has no bare calendar")


if __name__ == "__main__":
    report("ciw", simulate)
