package ee.sild.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A patch that does not fit its resource; its cause names the field. */
public class UnreadablePatch extends RuntimeException {

    public UnreadablePatch(JsonProcessingException cause) {
        super(cause);
    }
}
