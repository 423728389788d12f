"""What every Python program here has in common: arguments, clock, the line of JSON."""

import json
import math
import sys
from importlib.metadata import version
from time import perf_counter

BEDS = {"primary": 30, "sub": 150, "ward": 46, "icu": 12}
RATES = {"hold": "holds_per_s", "carenet": "patients_per_s"}


def log_moments(mean, sd):
    """Mean and standard deviation of the logarithm of a lognormal variable."""
    sigma_squared = math.log1p((sd / mean) ** 2)
    return math.log(mean) - sigma_squared / 2, math.sqrt(sigma_squared)


# Lengths of stay of the care network, as a lognormal law takes them.
SUB_STAY, WARD_STAY, ICU_STAY = log_moments(5, 4), log_moments(7, 5), log_moments(6, 5)


def pending_of(model):
    """Events that stand in the calendar of a hold model."""
    return {"hold": 10_000, "hold-100": 100, "hold-1e6": 1_000_000}[model.removesuffix("-process")]


def stopwatch(work):
    """Seconds that a piece of work takes, and what it gives."""
    start = perf_counter()
    given = work()
    return perf_counter() - start, given


def care_checks(waits, admissions):
    """Checks of the care network from the mean waits of its first four stages."""
    names = ("primary", "sub_bed", "designated", "icu")
    return {
        **{f"mean_wait_{name}": wait for name, wait in zip(names, waits)},
        "icu_admissions": admissions,
    }


def report(package, simulate, compiled=False):
    """Runs what the command line asks for and prints its line.

    `simulate(model, n, seed)` gives seconds, model events and checks. A compiled package first runs
    a third of n, which is not reported.
    """
    model, n, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    if compiled:
        simulate(model, max(1000, n // 3), seed + 1_000_000)
    seconds, events, checks = simulate(model, n, seed)
    unit = RATES.get(model.split("-")[0], "customers_per_s")
    print(json.dumps({
        "peer": package, "version": version(package), "model": model, "n": n, "seconds": seconds,
        "events": events, unit: n / seconds, "checks": checks,
    }), flush=True)
