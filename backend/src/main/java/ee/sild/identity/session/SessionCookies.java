package ee.sild.identity.session;

import jakarta.enterprise.context.RequestScoped;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

import ee.sild.identity.SessionSettings;
import ee.sild.platform.security.Cookies;

/** The session's cookies in the browser: hidden from JavaScript, sent only to us. */
@RequestScoped
public class SessionCookies {

    private static final String REFRESH_PATH = "/api/v1/sessions";

    private final RoutingContext request;
    private final SessionSettings settings;

    SessionCookies(RoutingContext request, SessionSettings settings) {
        this.request = request;
        this.settings = settings;
    }

    public void keep(SessionTokens tokens) {
        set(Cookies.ACCESS, tokens.access(), "/", settings.access().toSeconds());
        set(Cookies.REFRESH, tokens.refresh(), REFRESH_PATH, settings.idle().toSeconds());
    }

    void forget() {
        set(Cookies.ACCESS, "", "/", 0);
        set(Cookies.REFRESH, "", REFRESH_PATH, 0);
    }

    private void set(String name, String value, String path, long seconds) {
        request.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath(path)
                        .setMaxAge(seconds)
                        .setHttpOnly(true)
                        .setSecure(true)
                        .setSameSite(CookieSameSite.STRICT));
    }
}
