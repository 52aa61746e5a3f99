package ee.sild.platform.http.limit;

import java.time.Duration;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The limits for the size and the arrival time of a request body. */
@ApplicationScoped
class RequestBodyLimits {

    /** The largest body of an anonymous operation, which is at most a name and a password. */
    static final long ANONYMOUS_BYTES = 64 * 1024;

    private static final long BYTES = 1024 * 1024;
    private static final Pattern FILES =
            Pattern.compile("/api/v1/opportunities/[^/]+/notes/[^/]+/attachments|/api/v1/exchange-rates/import");

    /** Large bodies share an eighth of the heap, so that many of them cannot fill it. */
    private final MemoryBudget large = new MemoryBudget(Runtime.getRuntime().maxMemory() / 8);

    private final MemorySize file;
    private final LimitSettings limits;

    /** @param file the largest body of all, which is that of a file */
    RequestBodyLimits(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize file, LimitSettings limits) {
        this.file = file;
        this.limits = limits;
    }

    /** The largest body that this path accepts, in bytes. */
    long bytes(String path) {
        return isFile(path) ? file.asLongValue() : BYTES;
    }

    /** The time within which the whole body must arrive. */
    Duration time(String path) {
        return isFile(path) ? limits.fileTimeout() : limits.bodyTimeout();
    }

    /** The budget for the part of bodies beyond {@link #ANONYMOUS_BYTES}. */
    MemoryBudget large() {
        return large;
    }

    private static boolean isFile(String path) {
        return FILES.matcher(path).matches();
    }
}
