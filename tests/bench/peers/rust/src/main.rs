//! The floor: each model as one loop by hand over a heap by hand, with the generators of `rand`.
//! No package stands between the model and the machine.
//!
//! Recorded: sums of the times in the system or of the waits, and nothing else.

use rand::{rngs::SmallRng, Rng, SeedableRng};
use rand_distr::{Distribution, Exp1, LogNormal};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Time, order of scheduling and what happens, packed so that one comparison of integers decides:
/// the bits of a float that is not negative sort as the float does.
type Notice = u128;

/// A heap with four children to a node: fewer cache lines on the way down than with two.
#[derive(Default)]
struct Calendar {
    heap: Vec<Notice>,
    scheduled: u32,
}

impl Calendar {
    #[inline]
    fn notice(&mut self, time: f64, what: u32) -> Notice {
        self.scheduled = self.scheduled.wrapping_add(1);
        (time.to_bits() as u128) << 64 | (self.scheduled as u128) << 32 | what as u128
    }

    #[inline]
    fn schedule(&mut self, time: f64, what: u32) {
        let notice = self.notice(time, what);
        let mut at = self.heap.len();
        self.heap.push(notice);
        while at > 0 {
            let parent = (at - 1) / 4;
            if self.heap[parent] < notice {
                break;
            }
            self.heap[at] = self.heap[parent];
            at = parent;
        }
        self.heap[at] = notice;
    }

    #[inline]
    fn next(&mut self) -> Option<(f64, u32)> {
        let last = self.heap.pop()?;
        let soonest = match self.heap.first() {
            Some(&first) => {
                self.sink(last);
                first
            }
            None => last,
        };
        Some((time_of(soonest), soonest as u32))
    }

    /// Puts a notice in the place of the soonest one.
    #[inline]
    fn sink(&mut self, notice: Notice) {
        let heap = &mut self.heap[..];
        let mut at = 0;
        loop {
            let first = 4 * at + 1;
            let (mut best, mut soonest) = (at, notice);
            if let Some(four) = heap.get(first..first + 4) {
                let (a, x) = if four[1] < four[0] {
                    (1, four[1])
                } else {
                    (0, four[0])
                };
                let (b, y) = if four[3] < four[2] {
                    (3, four[3])
                } else {
                    (2, four[2])
                };
                let (c, z) = if y < x { (b, y) } else { (a, x) };
                if z < soonest {
                    (best, soonest) = (first + c, z);
                }
            } else {
                for child in first..heap.len() {
                    if heap[child] < soonest {
                        (best, soonest) = (child, heap[child]);
                    }
                }
            }
            heap[at] = soonest;
            if best == at {
                return;
            }
            at = best;
        }
    }
}

#[inline]
fn time_of(bits: u128) -> f64 {
    f64::from_bits((bits >> 64) as u64)
}

#[inline]
fn exponential(random: &mut SmallRng, mean: f64) -> f64 {
    let unit: f64 = Exp1.sample(random);
    mean * unit
}

/// What happens when a notice is no place in a table.
const ARRIVAL: u32 = u32::MAX;

struct Run {
    elapsed: Duration,
    events: u64,
    checks: Vec<(&'static str, f64)>,
}

fn queue(n: u64, rate: f64, servers: u32, random: &mut SmallRng) -> Run {
    let start = Instant::now();
    let mut calendar = Calendar::default();
    let mut line: VecDeque<f64> = VecDeque::new();
    let mut came = vec![0.0; servers as usize];
    let mut idle: Vec<u32> = (0..servers).collect();
    let (mut to_come, mut events, mut total) = (n, 0, 0.0);
    calendar.schedule(exponential(random, 1.0 / rate), ARRIVAL);
    while let Some((now, what)) = calendar.next() {
        events += 1;
        if what == ARRIVAL {
            match idle.pop() {
                Some(server) => {
                    came[server as usize] = now;
                    calendar.schedule(now + exponential(random, 1.0), server);
                }
                None => line.push_back(now),
            }
            to_come -= 1;
            if to_come > 0 {
                calendar.schedule(now + exponential(random, 1.0 / rate), ARRIVAL);
            }
        } else {
            total += now - came[what as usize];
            match line.pop_front() {
                Some(arrival) => {
                    came[what as usize] = arrival;
                    calendar.schedule(now + exponential(random, 1.0), what);
                }
                None => idle.push(what),
            }
        }
    }
    Run {
        elapsed: start.elapsed(),
        events,
        checks: vec![("mean_time_in_system", total / n as f64)],
    }
}

#[derive(Clone, Copy, Default)]
struct Patient {
    asked: f64,
    stage: u8,
    held: Option<u8>,
}

/// Place of each stage: primary care, sub-designated, designated, ICU, designated again.
const PLACE: [u8; 5] = [0, 1, 2, 3, 2];
const GOES_ON: [f64; 5] = [0.65, 0.20, 0.25, 0.80, 0.0];
const ICU_STAGE: u8 = 3;

struct CareNetwork<'a> {
    random: &'a mut SmallRng,
    calendar: Calendar,
    now: f64,
    patients: Vec<Patient>,
    gone: Vec<u32>,
    free: [u32; 4],
    lines: [VecDeque<u32>; 4],
    lognormal: [LogNormal<f64>; 3],
    waits: [f64; 5],
    stays: [u64; 5],
}

impl CareNetwork<'_> {
    fn arrive(&mut self) {
        let patient = self.gone.pop().unwrap_or_else(|| {
            self.patients.push(Patient::default());
            self.patients.len() as u32 - 1
        });
        self.patients[patient as usize].held = None;
        self.request(patient, 0);
    }

    fn request(&mut self, patient: u32, stage: u8) {
        let entry = &mut self.patients[patient as usize];
        entry.asked = self.now;
        entry.stage = stage;
        let place = PLACE[stage as usize] as usize;
        if self.free[place] > 0 {
            self.free[place] -= 1;
            self.admit(patient);
        } else {
            self.lines[place].push_back(patient);
        }
    }

    fn admit(&mut self, patient: u32) {
        let entry = &mut self.patients[patient as usize];
        let stage = entry.stage as usize;
        self.waits[stage] += self.now - entry.asked;
        self.stays[stage] += 1;
        let left = entry.held.replace(PLACE[stage]);
        let stay = match stage {
            0 => exponential(self.random, 0.5),
            4 => exponential(self.random, 3.0),
            _ => self.lognormal[stage - 1].sample(self.random),
        };
        self.calendar.schedule(self.now + stay, patient);
        if let Some(place) = left {
            self.release(place);
        }
    }

    fn release(&mut self, place: u8) {
        match self.lines[place as usize].pop_front() {
            Some(patient) => self.admit(patient),
            None => self.free[place as usize] += 1,
        }
    }

    fn end_stay(&mut self, patient: u32) {
        let Patient { stage, held, .. } = self.patients[patient as usize];
        let held = held.expect("who stays holds a bed");
        if self.random.random::<f64>() >= GOES_ON[stage as usize] {
            self.gone.push(patient);
            self.release(held);
            return;
        }
        if stage == ICU_STAGE {
            self.patients[patient as usize].held = None;
            self.release(held);
        }
        self.request(patient, stage + 1);
    }
}

fn lognormal(mean: f64, deviation: f64) -> LogNormal<f64> {
    LogNormal::from_mean_cv(mean, deviation / mean).expect("mean and deviation are positive")
}

fn care_network(n: u64, random: &mut SmallRng) -> Run {
    let start = Instant::now();
    let mut net = CareNetwork {
        random,
        calendar: Calendar::default(),
        now: 0.0,
        patients: Vec::new(),
        gone: Vec::new(),
        free: [30, 150, 46, 12],
        lines: Default::default(),
        lognormal: [
            lognormal(5.0, 4.0),
            lognormal(7.0, 5.0),
            lognormal(6.0, 5.0),
        ],
        waits: [0.0; 5],
        stays: [0; 5],
    };
    let (mut to_come, mut events) = (n, 0);
    let first = exponential(net.random, 1.0 / 40.0);
    net.calendar.schedule(first, ARRIVAL);
    while let Some((now, what)) = net.calendar.next() {
        events += 1;
        net.now = now;
        if what != ARRIVAL {
            net.end_stay(what);
            continue;
        }
        net.arrive();
        to_come -= 1;
        if to_come > 0 {
            let next = now + exponential(net.random, 1.0 / 40.0);
            net.calendar.schedule(next, ARRIVAL);
        }
    }
    let elapsed = start.elapsed();
    let mean = |stage: usize| net.waits[stage] / net.stays[stage].max(1) as f64;
    let checks = vec![
        ("mean_wait_primary", mean(0)),
        ("mean_wait_sub_bed", mean(1)),
        ("mean_wait_designated", mean(2)),
        ("mean_wait_icu", mean(3)),
        ("icu_admissions", net.stays[3] as f64),
    ];
    Run {
        elapsed,
        events,
        checks,
    }
}

/// The soonest event is replaced by a later one. Filling the calendar is not timed.
fn hold(n: u64, pending: u32, random: &mut SmallRng) -> Run {
    let mut calendar = Calendar::default();
    for what in 0..pending {
        calendar.schedule(exponential(random, 1.0), what);
    }
    let start = Instant::now();
    let mut now = 0.0;
    for _ in 0..n {
        let soonest = calendar.heap[0];
        now = time_of(soonest);
        let again = calendar.notice(now + exponential(random, 1.0), soonest as u32);
        calendar.sink(again);
    }
    Run {
        elapsed: start.elapsed(),
        events: n,
        checks: vec![("end_time", now)],
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let model = arguments[1].as_str();
    let n: u64 = arguments[2].parse().expect("N is a number");
    let random = &mut SmallRng::seed_from_u64(arguments[3].parse().expect("SEED is a number"));
    let (unit, run) = match model {
        "mm1" => ("customers", queue(n, 0.9, 1, random)),
        "mmc" => ("customers", queue(n, 7.2, 8, random)),
        "carenet" => ("patients", care_network(n, random)),
        "hold-100" => ("holds", hold(n, 100, random)),
        "hold" => ("holds", hold(n, 10_000, random)),
        "hold-1e6" => ("holds", hold(n, 1_000_000, random)),
        _ => panic!("Cannot run {model}"),
    };
    let seconds = run.elapsed.as_secs_f64();
    let checks: Vec<String> = run
        .checks
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    println!(
        "{{\"peer\":\"rust-floor\",\"version\":\"{}\",\"model\":\"{model}\",\"n\":{n},\
         \"seconds\":{seconds},\"events\":{},\"{unit}_per_s\":{},\"checks\":{{{}}}}}",
        env!("CARGO_PKG_VERSION"),
        run.events,
        n as f64 / seconds,
        checks.join(",")
    );
}
