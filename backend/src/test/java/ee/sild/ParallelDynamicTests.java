package ee.sild;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs independent tests that mostly wait for the server in parallel, a few at a time. Each is reported separately.
 */
public final class ParallelDynamicTests {

    private static final int AT_ONCE = 3;

    private ParallelDynamicTests() {}

    /** The same tests. All of them start, in their order, when the first one is executed. */
    public static List<DynamicTest> of(List<DynamicTest> tests) {
        var runs = tests.stream().map(test -> run(test.getExecutable())).toList();
        var begun = new AtomicBoolean();
        var abreast = new ArrayList<DynamicTest>();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            abreast.add(DynamicTest.dynamicTest(tests.get(i).getDisplayName(), () -> {
                if (begun.compareAndSet(false, true)) {
                    begin(runs);
                }
                told(run);
            }));
        }
        return abreast;
    }

    private static void begin(List<FutureTask<Void>> runs) {
        // Created here, so that they load classes with the class loader of the test thread.
        var threads = Executors.newFixedThreadPool(AT_ONCE);
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

    private static void told(FutureTask<Void> run) throws Throwable {
        try {
            run.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
