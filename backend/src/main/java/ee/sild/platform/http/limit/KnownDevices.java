package ee.sild.platform.http.limit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;

import ee.sild.platform.Ids;
import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.EncryptionSettings;

/**
 * Browsers in which somebody has signed in before, known by a sealed cookie. They have limits of their own, so that
 * others behind the same network address cannot use them up.
 */
@ApplicationScoped
public class KnownDevices {

    private static final String COOKIE = "sild_device";
    private static final String PATH = "/api/v1/sessions";
    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final String SEPARATOR = "\n";

    private final String secret;

    KnownDevices(EncryptionSettings settings) {
        this.secret = "devices of " + settings.secret();
    }

    /** @param name the user who signed in last */
    private record Device(String id, String name) {}

    /** The ID of the browser that sends a request; empty if it is not known. */
    public Optional<String> of(HttpServerRequest request) {
        return read(request).map(Device::id);
    }

    /** The ID of the browser, if this user was the last who signed in there. */
    public Optional<String> of(HttpServerRequest request, String name) {
        return read(request).filter(device -> device.name().equals(name)).map(Device::id);
    }

    /** Remembers that a user has signed in. */
    public void remember(HttpServerRequest request, String name) {
        String id = of(request).orElseGet(() -> Ids.next().toString());
        byte[] sealed = AesGcm.seal(secret, id + SEPARATOR + name);
        request.response()
                .addCookie(Cookie.cookie(
                                COOKIE, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                        .setPath(PATH)
                        .setMaxAge(REMEMBERED.toSeconds())
                        .setHttpOnly(true)
                        .setSecure(true)
                        .setSameSite(CookieSameSite.STRICT));
    }

    private Optional<Device> read(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cookie.getValue().getBytes(StandardCharsets.US_ASCII));
            String[] parts = AesGcm.open(secret, sealed).split(SEPARATOR, 2);
            return Optional.of(new Device(parts[0], parts[1]));
        } catch (RuntimeException forged) {
            return Optional.empty();
        }
    }
}
