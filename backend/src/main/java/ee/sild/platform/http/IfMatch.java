package ee.sild.platform.http;

import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import ee.sild.platform.problem.VersionMismatch;

/** The version that the caller expects to change. */
@RequestScoped
public class IfMatch {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(\\.[0-9a-f]+)?\"");

    private final HttpHeaders headers;

    IfMatch(HttpHeaders headers) {
        this.headers = headers;
    }

    /** For an update: without a version, a concurrent change could be lost. */
    public void required(long version) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw VersionMismatch.missing();
        }
        check(version);
    }

    /** For a state transition: the state table already guards it, so the version is optional. */
    public void check(long version) {
        String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (given == null || given.equals("*")) {
            return;
        }
        var tag = TAG.matcher(given.strip());
        if (!tag.matches() || Long.parseLong(tag.group(1)) != version) {
            throw VersionMismatch.stale();
        }
    }
}
