package ee.sild.platform.http;

/** A new resource whose address is not below the one it was posted to. */
public interface CreatedElsewhere {

    /** The address of the resource. */
    String address();
}
