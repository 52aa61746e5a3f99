package ee.sild.platform;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A patch that does not fit what it patches; its cause names the field. */
class UnreadablePatch extends RuntimeException {

    UnreadablePatch(JsonProcessingException cause) {
        super(cause);
    }
}
