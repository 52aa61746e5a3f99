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
 * Tests that wait for the server more than they work and have nothing to do with each other: a few run at a time, each
 * is told by itself.
 */
public final class ParallelDynamicTests {

    private static final int AT_ONCE = 3;

    private ParallelDynamicTests() {}

    /** The same tests. With the first one that is asked for all of them begin, in their order. */
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
        // Made here, so that they load classes as the thread of the tests does.
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
