package ee.sild.platform.http;

/** A single resource whose response carries an ETag. */
public interface Versioned {

    long version();
}
