package ee.sild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Runs independent tests that mostly wait for the server in parallel, a few at a time. Each is reported separately. */
public final class ParallelDynamicTests {

    private static final int PARALLELISM = 3;

    private ParallelDynamicTests() {}

    /** The same tests. All of them start, in their order, when the first one is executed. */
    public static List<DynamicTest> of(List<DynamicTest> tests) {
        var runs = tests.stream().map(test -> run(test.getExecutable())).toList();
        var started = new AtomicBoolean();
        var parallel = new ArrayList<DynamicTest>();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            parallel.add(DynamicTest.dynamicTest(tests.get(i).getDisplayName(), () -> {
                if (started.compareAndSet(false, true)) {
                    start(runs);
                }
                report(run);
            }));
        }
        return parallel;
    }

    private static void start(List<FutureTask<Void>> runs) {
        // Created here, so that they load classes with the class loader of the test thread.
        var threads = Executors.newFixedThreadPool(PARALLELISM);
        runs.forEach(threads::execute);
        threads.shutdown();
    }

    private static FutureTask<Void> run(Executable test) {
        return new FutureTask<>(() -> {
            try {
                test.execute();
                return null;
            } catch (Error | Exception e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void report(FutureTask<Void> run) throws Throwable {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
