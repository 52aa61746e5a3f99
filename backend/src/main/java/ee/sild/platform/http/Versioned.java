package ee.sild.platform.http;

/** One thing whose answer carries an ETag. */
public interface Versioned {

    long version();
}
