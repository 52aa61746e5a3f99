package ee.sild.platform.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.ConfigProvider;

import ee.sild.platform.Language;
import ee.sild.platform.problem.Malformed;
import ee.sild.platform.security.AesGcm;

/**
 * The end of a page, after which the next one begins. Clients cannot make or change one.
 *
 * @param sort how the list is sorted, with the language if it is sorted by names
 * @param id the ID of the last item
 * @param key the value by which the last item is sorted
 */
record PageCursor(String sort, UUID id, Object key) {

    /** Separates the sort from the language of its names. */
    static final char IN = '@';

    private static final int SEAL_BYTES = 16;

    /** The secret of the installation, read when the first cursor is. */
    private static final class Secret {
        static final String VALUE = ConfigProvider.getConfig().getValue("sild.secret", String.class);
    }

    /**
     * Opaque text for the client. It is sealed, because its key is compared with what the caller sees of other rows.
     */
    String text() {
        String plain = sort + "\n" + id + "\n" + key;
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(concat(seal(bytes), bytes));
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

    /** The language in whose order a list of names is sorted. Throws if the cursor is of another list. */
    static Language language(String text) {
        String sort = decode(text)[0];
        try {
            return Language.of(sort.substring(sort.indexOf(IN) + 1));
        } catch (IllegalArgumentException notSortedByNames) {
            throw new Malformed("cursor");
        }
    }

    private static String[] decode(String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            byte[] bytes = Arrays.copyOfRange(sealed, Math.min(SEAL_BYTES, sealed.length), sealed.length);
            if (MessageDigest.isEqual(seal(bytes), Arrays.copyOf(sealed, Math.min(SEAL_BYTES, sealed.length)))) {
                return new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new Malformed("cursor");
    }

    private static byte[] seal(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(AesGcm.digest("cursors of " + Secret.VALUE), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(bytes), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
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
