package ee.sild.platform.http;

import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

import ee.sild.platform.problem.ExpectedVersion;

/** The version that the caller expects to change. Resources check it themselves, or pass it on to a use case. */
@RequestScoped
public class IfMatch {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(\\.[0-9a-f]+)?\"");
    /** A tag that is none of ours matches no version. */
    private static final long UNKNOWN = -1;

    private final HttpHeaders headers;

    IfMatch(HttpHeaders headers) {
        this.headers = headers;
    }

    public ExpectedVersion version() {
        String given = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (given == null) {
            return ExpectedVersion.NONE;
        }
        if (given.equals("*")) {
            return ExpectedVersion.ANY;
        }
        var tag = TAG.matcher(given.strip());
        return ExpectedVersion.of(tag.matches() ? Long.parseLong(tag.group(1)) : UNKNOWN);
    }

    /** For an update: without a version, a concurrent change could be lost. */
    public void required(long version) {
        version().require(version);
    }

    /** For a state transition: the state table already guards it, so the version is optional. */
    public void check(long version) {
        version().check(version);
    }
}
