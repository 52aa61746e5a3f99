package ee.sild.platform.http;

/** A new thing that is not found below the address at which it was made. */
public interface CreatedElsewhere {

    /** Where it is found. */
    String address();
}
