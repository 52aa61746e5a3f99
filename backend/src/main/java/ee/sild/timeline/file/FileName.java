package ee.sild.timeline.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names that a file can have in every operating system, and that show what it is. */
public final class FileName {

    /** Of a name in most file systems. */
    private static final int MOST_BYTES = 255;

    /** Separators of paths, drives and streams, control characters, and marks that move the extension to the middle. */
    private static final Pattern FORBIDDEN = Pattern.compile("[:/\\\\\\p{Cc}\\u061C\\u200E\\u200F]");

    /** Devices of Windows, also with an extension. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3]) *(?:\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** Whether the name can be stored everywhere; hidden files, whose names begin with a dot, are not allowed. */
    public static boolean isSafe(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !FORBIDDEN.matcher(name).find()
                && !DEVICE.matcher(name).matches();
    }
}
