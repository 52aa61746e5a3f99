import java.util.Comparator;
import java.util.List;

/** One run of a workload on one server. */
record Measurement(Load.Answers answers, Cpu cpu, double statements, double p50, double p95, double p99) {

    static Measurement median(List<Measurement> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Measurement::perSecond))
                .toList()
                .get(runs.size() / 2);
    }

    double perSecond() {
        return answers.perSecond();
    }

    double microseconds(double seconds) {
        return seconds * 1e6 / Math.max(1, answers.count());
    }

    /** The share of the processor time that the load itself used. */
    double shareOfLoad() {
        return cpu.load() / Math.max(0.01, cpu.load() + cpu.server() + cpu.postgres());
    }

    /** How many processors were busy with something else. */
    double others() {
        return cpu.others() / answers.seconds;
    }

    @Override
    public String toString() {
        return ("%8.1f/s  p50 %.1f  p95 %.1f  p99 %.1f ms  CPU %.0f + %.0f µs (load %.0f µs, %.0f %%; others %.2f"
                        + " cores)  %.0f statements  %s%s")
                .formatted(
                        perSecond(),
                        p50,
                        p95,
                        p99,
                        microseconds(cpu.server()),
                        microseconds(cpu.postgres()),
                        microseconds(cpu.load()),
                        shareOfLoad() * 100,
                        others(),
                        statements,
                        answers.statuses,
                        answers.wrong == 0 ? "" : "  WRONG " + answers.wrong + ": " + answers.firstWrong);
    }
}
