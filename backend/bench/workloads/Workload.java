import java.util.function.Supplier;

/**
 * A kind of request, for both servers.
 *
 * @param thin null if the thin server has no such thing
 * @param comparedWith the workload of the thin server that Sild's rate is compared with; null for none
 */
record Workload(
        String name,
        String title,
        int connections,
        String comparedWith,
        String target,
        Supplier<Exchange> sild,
        Supplier<Exchange> thin) {}
