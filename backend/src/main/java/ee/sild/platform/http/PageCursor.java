package ee.sild.platform.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

import ee.sild.platform.problem.Malformed;

/**
 * The end of a page, after which the next one begins.
 *
 * @param sort how the list is sorted
 * @param id the ID of the last item
 * @param key the value by which the last item is sorted
 */
record PageCursor(String sort, UUID id, Object key) {

    /** Opaque text for the client. */
    String text() {
        String plain = sort + "\n" + id + "\n" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws if the text is not a cursor of a list that is sorted like this. */
    static PageCursor read(String text, String sort, Class<?> keyType) {
        String[] parts = decode(text);
        if (!parts[0].equals(sort)) {
            throw new Malformed("cursor");
        }
        try {
            return new PageCursor(sort, UUID.fromString(parts[1]), parse(parts[2], keyType));
        } catch (RuntimeException unreadable) {
            throw new Malformed("cursor");
        }
    }

    private static String[] decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
            if (parts.length == 3) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new Malformed("cursor");
    }

    private static Object parse(String text, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Instant" -> Instant.parse(text);
            case "LocalDate" -> LocalDate.parse(text);
            case "BigDecimal" -> new BigDecimal(text);
            case "Integer" -> Integer.valueOf(text);
            case "UUID" -> UUID.fromString(text);
            default -> text;
        };
    }
}
