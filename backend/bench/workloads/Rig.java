import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Measures the workloads of Sild beside those of the thinnest server. backend/bench/rig starts it with the folder of
 * the benchmark, the application, a folder for the data, the number of opportunities, the seconds, the name of a
 * workload or nothing, the document, and the options with which the JVM runs Sild.
 */
public final class Rig {

    private static final int RUNS = 3;
    private static final int PROVED = 30;
    private static final Duration LONGEST_PROOF = Duration.ofSeconds(20);
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(90);
    /** The server is warm when its JVM spends less than this share of its processor time on compilation. */
    private static final double COMPILING = 0.05;

    private final Database database;
    private final Duration time;
    private double idleStatements;

    private Rig(Database database, Duration time) {
        this.database = database;
        this.time = time;
    }

    public static void main(String[] arguments) throws Exception {
        var sources = Path.of(arguments[0]);
        var application = Path.of(arguments[1]);
        var folder = Path.of(arguments[2]);
        long rows = Long.parseLong(arguments[3]);
        String only = arguments[5];
        var sildOptions = List.of(arguments).subList(7, arguments.length);
        try (var database = new Database(folder.resolve("postgresql"))) {
            prepare(database, Data.ofWorkloads(sources, rows), application, sildOptions, folder);
            var rig = new Rig(database, Duration.ofSeconds(Long.parseLong(arguments[4])));
            try (var thin = Server.thin(sources.resolve("ThinServer.java"), database, folder);
                    var sild = Server.sild(application, sildOptions, database, folder)) {
                var report = new Report(rows, rig.time, RUNS);
                rig.measure(sild, thin, only, report);
                System.out.println("\n" + report.table());
                report.write(Path.of(arguments[6]), !only.isEmpty());
            }
        }
    }

    /** The product makes its schema at its first start. A database of an earlier run is used again. */
    static void prepare(Database database, Data data, Path application, List<String> sildOptions, Path folder)
            throws IOException, InterruptedException, SQLException {
        String[] found = database.rows("select to_regclass('public.opportunity'), to_regclass('rig.complete')")
                .getFirst();
        if (found[0] == null) {
            Server.sild(application, sildOptions, database, folder).close();
            data.generate(database);
        } else if (found[1] == null) {
            throw new IOException("The database in " + folder + " is not one that the rig has filled to the end");
        } else if (Long.parseLong(
                        database.rows("select opportunities from rig.size").getFirst()[0])
                != data.rows()) {
            throw new IOException("The database in " + folder + " has another number of rows");
        }
    }

    private void measure(Server sild, Server thin, String only, Report report)
            throws IOException, InterruptedException, SQLException {
        var callers = new Callers(database);
        settle();
        for (var workload : new Workloads(database, callers).list()) {
            if (!only.isEmpty() && !workload.name().equals(only)) {
                continue;
            }
            callers.signIn(sild.port);
            System.out.println("\n" + workload.title());
            var slim = workload.thin() == null ? null : run("thin", workload, workload.thin(), thin);
            report.add(workload, slim, run("Sild", workload, workload.sild(), sild));
        }
    }

    /** The statements of the jobs, which are not those of a request. */
    private void settle() throws InterruptedException, SQLException {
        Thread.sleep(5_000);
        long before = database.statementsOfTheApplication();
        long seconds = Math.max(5, time.toSeconds());
        Thread.sleep(seconds * 1_000);
        idleStatements = (database.statementsOfTheApplication() - before) / (double) seconds;
    }

    private Measurement run(String name, Workload workload, Supplier<Exchange> supply, Server server)
            throws IOException, InterruptedException, SQLException {
        restore(supply);
        prove(supply, server, 3);
        System.out.printf("  %s, warm after %.0f s%n", name, warmUp(workload, supply, server));
        restore(supply);
        double statements = prove(supply, server, PROVED);
        var runs = new ArrayList<Measurement>();
        for (int i = 0; i < RUNS; i++) {
            var run = bursts(workload, supply, server, statements, time);
            System.out.printf("  %s %s%n", name, run);
            runs.add(run);
        }
        restore(supply);
        return Measurement.median(runs);
    }

    /** Sends requests until the JVM has compiled what they need; returns the seconds. */
    private double warmUp(Workload workload, Supplier<Exchange> supply, Server server)
            throws IOException, SQLException {
        long begin = System.nanoTime();
        long end = begin + LONGEST_WARM_UP.toNanos();
        double share;
        do {
            double compilers = Cpu.compilers(server.pid());
            var burst = bursts(workload, supply, server, 0, time.multipliedBy(2));
            share = (Cpu.compilers(server.pid()) - compilers)
                    / Math.max(0.01, burst.cpu().server());
        } while (share > COMPILING && System.nanoTime() < end);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void restore(Supplier<Exchange> supply) throws SQLException {
        if (supply instanceof Offers offers) {
            offers.restore();
        }
    }

    /**
     * Checks answers one after another, and returns how many statements one takes: the median, because jobs send
     * statements in between.
     */
    private double prove(Supplier<Exchange> supply, Server server, int times) throws IOException, SQLException {
        try (var load = new Load(server.port, 1)) {
            load.prove(supply.get());
            var statements = new ArrayList<Double>();
            long end = System.nanoTime() + LONGEST_PROOF.toNanos();
            while (statements.size() < times && System.nanoTime() < end) {
                long before = database.statementsOfTheApplication();
                long begin = System.nanoTime();
                load.prove(supply.get());
                double jobs = idleStatements * (System.nanoTime() - begin) / 1e9;
                statements.add(database.statementsOfTheApplication() - before - jobs);
            }
            statements.sort(null);
            return Math.max(0, Math.round(statements.get(statements.size() / 2)));
        }
    }

    /** One burst, or for offers as many as the time takes, with the offers made open again in between. */
    private Measurement bursts(
            Workload workload, Supplier<Exchange> supply, Server server, double statements, Duration time)
            throws IOException, SQLException {
        var answers = new Load.Answers();
        var used = new Cpu(0, 0, 0, 0);
        do {
            restore(supply);
            try (var load = new Load(server.port, workload.connections())) {
                var before = used(server);
                var after = new AtomicReference<Cpu>();
                answers.add(load.run(
                        supply, time.minusNanos((long) (answers.seconds * 1e9)), () -> after.set(used(server))));
                used = used.plus(after.get().minus(before));
            }
        } while (supply instanceof Offers && answers.seconds < time.toNanos() * 0.95e-9 && answers.count() > 0);
        return new Measurement(
                answers,
                used,
                statements,
                answers.percentile(0.50),
                answers.percentile(0.95),
                answers.percentile(0.99));
    }

    private Cpu used(Server server) {
        try {
            return Cpu.now(server.pid(), database.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
