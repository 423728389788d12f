import java.util.LinkedList;
import java.util.Locale;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.LognormalGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Sim;
import umontreal.ssj.stat.Tally;

/**
 * SSJ in its event view, written as its tutorial's single-server queue: events are subclasses of
 * Event, the waiting line is a list of the program, each stream is its own MRG32k3a.
 *
 * <p>Recorded with SSJ's statistics: a Tally of the waits (and of the times in the system), an
 * Accumulate of the length of each line and one of the servers or beds in use.
 */
public final class SsjModels {
    /** A model with its calendar filled; run() is what the clock sees. */
    private abstract static class Model {
        long events;

        abstract void run();

        abstract String checks();
    }

    private static RandomVariateGen exponential(double mean) {
        return new ExponentialGen(new MRG32k3a(), 1 / mean);
    }

    private static RandomVariateGen lognormal(double mean, double deviation) {
        double variance = Math.log1p(deviation * deviation / (mean * mean));
        return new LognormalGen(new MRG32k3a(), Math.log(mean) - variance / 2, Math.sqrt(variance));
    }

    /** Servers or beds with a line before them. */
    private abstract static class Place<E> {
        final LinkedList<E> line = new LinkedList<>();
        final Accumulate waiting = new Accumulate("length of the line");
        final Accumulate inUse = new Accumulate("in use");
        final int units;
        int busy;

        Place(int units) {
            this.units = units;
            waiting.init(0);
            inUse.init(0);
        }

        /** What happens when one has got a unit. */
        abstract void start(E entity);

        void request(E entity) {
            if (busy == units) {
                line.addLast(entity);
                waiting.update(line.size());
            } else {
                inUse.update(++busy);
                start(entity);
            }
        }

        void release() {
            if (line.isEmpty()) {
                inUse.update(--busy);
            } else {
                E next = line.removeFirst();
                waiting.update(line.size());
                start(next);
            }
        }
    }

    /** M/M/c. */
    private static final class Queue extends Model {
        final RandomVariateGen gaps;
        final RandomVariateGen services = exponential(1);
        final Tally waits = new Tally("waits");
        final Tally timesInSystem = new Tally("times in the system");
        final Place<Customer> servers;
        int toCome;

        Queue(int n, double rate, int servers) {
            toCome = n;
            gaps = exponential(1 / rate);
            this.servers = new Place<>(servers) {
                @Override
                void start(Customer customer) {
                    waits.add(Sim.time() - customer.arrival);
                    new Departure(customer).schedule(services.nextDouble());
                }
            };
        }

        static final class Customer {
            final double arrival = Sim.time();
        }

        final class Arrival extends Event {
            @Override
            public void actions() {
                events++;
                if (--toCome > 0) {
                    new Arrival().schedule(gaps.nextDouble());
                }
                servers.request(new Customer());
            }
        }

        final class Departure extends Event {
            final Customer customer;

            Departure(Customer customer) {
                this.customer = customer;
            }

            @Override
            public void actions() {
                events++;
                timesInSystem.add(Sim.time() - customer.arrival);
                servers.release();
            }
        }

        @Override
        void run() {
            new Arrival().schedule(gaps.nextDouble());
            Sim.start();
        }

        @Override
        String checks() {
            return "\"mean_time_in_system\":" + timesInSystem.average();
        }
    }

    /** The care network: a patient keeps the bed held until the next one is free, but not the ICU's. */
    private static final class CareNetwork extends Model {
        static final double[] GOES_ON = {0.65, 0.20, 0.25, 0.80, 0.0};
        static final int ICU_STAGE = 3;
        static final String[] NAMES = {"primary", "sub_bed", "designated", "icu"};
        final RandomVariateGen gaps = exponential(1.0 / 40);
        final MRG32k3a routes = new MRG32k3a();
        final RandomVariateGen[] stays = {
            exponential(0.5), lognormal(5, 4), lognormal(7, 5), lognormal(6, 5), exponential(3)};
        final Tally[] waits = new Tally[5];
        final Beds[] beds;
        int toCome;

        CareNetwork(int n) {
            toCome = n;
            Beds ward = new Beds(46);
            beds = new Beds[] {new Beds(30), new Beds(150), ward, new Beds(12), ward};
            for (int stage = 0; stage < 5; stage++) {
                waits[stage] = new Tally("waits of stage " + stage);
            }
        }

        static final class Patient {
            int stage;
            double asked;
            Beds held;
        }

        final class Beds extends Place<Patient> {
            Beds(int beds) {
                super(beds);
            }

            @Override
            void start(Patient patient) {
                waits[patient.stage].add(Sim.time() - patient.asked);
                new EndOfStay(patient).schedule(stays[patient.stage].nextDouble());
                Beds left = patient.held;
                patient.held = this;
                if (left != null) {
                    left.release();
                }
            }
        }

        void move(Patient patient, int stage) {
            patient.stage = stage;
            patient.asked = Sim.time();
            beds[stage].request(patient);
        }

        final class Arrival extends Event {
            @Override
            public void actions() {
                events++;
                if (--toCome > 0) {
                    new Arrival().schedule(gaps.nextDouble());
                }
                move(new Patient(), 0);
            }
        }

        final class EndOfStay extends Event {
            final Patient patient;

            EndOfStay(Patient patient) {
                this.patient = patient;
            }

            @Override
            public void actions() {
                events++;
                boolean goesOn = routes.nextDouble() < GOES_ON[patient.stage];
                if (!goesOn) {
                    patient.held.release();
                    return;
                }
                if (patient.stage == ICU_STAGE) {
                    patient.held.release();
                    patient.held = null;
                }
                move(patient, patient.stage + 1);
            }
        }

        @Override
        void run() {
            new Arrival().schedule(gaps.nextDouble());
            Sim.start();
        }

        @Override
        String checks() {
            StringBuilder text = new StringBuilder();
            for (int stage = 0; stage < 4; stage++) {
                text.append("\"mean_wait_").append(NAMES[stage]).append("\":")
                    .append(waits[stage].average()).append(",");
            }
            return text + "\"icu_admissions\":" + waits[ICU_STAGE].numberObs();
        }
    }

    /** The soonest event happens and is scheduled again. Filling the calendar is not timed. */
    private static final class Hold extends Model {
        final RandomVariateGen gaps = exponential(1);
        final int n;

        Hold(int n, int pending) {
            this.n = n;
            for (int i = 0; i < pending; i++) {
                new Tick().schedule(gaps.nextDouble());
            }
        }

        final class Tick extends Event {
            @Override
            public void actions() {
                if (++events == n) {
                    Sim.stop();
                } else {
                    schedule(gaps.nextDouble());
                }
            }
        }

        @Override
        void run() {
            Sim.start();
        }

        @Override
        String checks() {
            return "\"end_time\":" + Sim.time();
        }
    }

    private static Model build(String name, int n, int seed) {
        MRG32k3a.setPackageSeed(new long[] {seed + 1L, 12345, 12345, 12345, 12345, 12345});
        Sim.init();
        return switch (name) {
            case "mm1" -> new Queue(n, 0.9, 1);
            case "mmc" -> new Queue(n, 7.2, 8);
            case "carenet" -> new CareNetwork(n);
            case "hold-100" -> new Hold(n, 100);
            case "hold" -> new Hold(n, 10_000);
            case "hold-1e6" -> new Hold(n, 1_000_000);
            default -> throw new IllegalArgumentException("Cannot run " + name);
        };
    }

    private static String unitOf(String name) {
        return name.equals("carenet") ? "patients" : name.startsWith("hold") ? "holds" : "customers";
    }

    public static void main(String[] args) {
        String name = args[0];
        int n = Integer.parseInt(args[1]);
        int seed = Integer.parseInt(args[2]);
        build(name, Math.max(1000, n / 3), seed + 1_000_000).run();
        Model model = build(name, n, seed);
        long start = System.nanoTime();
        model.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT,
            "{\"peer\":\"ssj\",\"version\":\"3.3.2\",\"model\":\"%s\",\"n\":%d,\"seconds\":%.6f,"
                + "\"events\":%d,\"%s_per_s\":%.1f,\"checks\":{%s}}%n",
            name, n, seconds, model.events, unitOf(name), n / seconds, model.checks());
    }
}
