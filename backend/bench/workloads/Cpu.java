import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time that somebody has used so far, in seconds, read from /proc. */
record Cpu(double server, double postgres, double load, double machine) {

    private static final double TICKS = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    static Cpu now(long server, long postmaster) {
        return new Cpu(
                own(stat(server)),
                postgres(postmaster),
                own(stat(ProcessHandle.current().pid())),
                allProcessors());
    }

    Cpu minus(Cpu before) {
        return new Cpu(
                server - before.server, postgres - before.postgres, load - before.load, machine - before.machine);
    }

    Cpu plus(Cpu other) {
        return new Cpu(server + other.server, postgres + other.postgres, load + other.load, machine + other.machine);
    }

    /** What all other processes used. */
    double others() {
        return Math.max(0, machine - server - postgres - load);
    }

    /** The postmaster, the processes that it waited for, and those that still run. */
    private static double postgres(long postmaster) {
        String[] main = stat(postmaster);
        double sum = own(main) + (Long.parseLong(main[CHILDREN_USER]) + Long.parseLong(main[CHILDREN_SYSTEM])) / TICKS;
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                String[] stat = stat(Long.parseLong(process.getFileName().toString()));
                if (stat.length > 0 && Long.parseLong(stat[PARENT]) == postmaster) {
                    sum += own(stat);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    /** What the compilers of a JVM have used. */
    static double compilers(long jvm) throws IOException {
        double sum = 0;
        try (var threads = Files.newDirectoryStream(Path.of("/proc/" + jvm + "/task"))) {
            for (var thread : threads) {
                if (isCompiler(thread)) {
                    sum += own(stat(thread.resolve("stat")));
                }
            }
        }
        return sum;
    }

    private static boolean isCompiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
        } catch (IOException ended) {
            return false;
        }
    }

    private static double own(String[] stat) {
        return stat.length == 0 ? 0 : (Long.parseLong(stat[USER]) + Long.parseLong(stat[SYSTEM])) / TICKS;
    }

    /** The fields after the name of the program, which may contain spaces; none if the process has ended. */
    private static String[] stat(long pid) {
        return stat(Path.of("/proc/" + pid + "/stat"));
    }

    private static String[] stat(Path file) {
        try {
            String line = Files.readString(file);
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }

    private static double allProcessors() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            String[] all = lines.findFirst().orElseThrow().strip().split("\\s+");
            long busy = 0;
            for (int i = 1; i <= 8; i++) {
                boolean idle = i == 4 || i == 5;
                busy += idle ? 0 : Long.parseLong(all[i]);
            }
            return busy / TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
