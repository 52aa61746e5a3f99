package ee.sild.platform;

/** One thing whose answer carries an ETag. */
public interface Versioned {

    long version();
}
