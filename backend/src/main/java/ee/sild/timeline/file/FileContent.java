package ee.sild.timeline.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** Recognizes the type of a file by its content, with the signatures of Apache Tika. */
public final class FileContent {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry KNOWN = TYPES.getMediaTypeRegistry();

    /** Drawings in text have no signature. */
    private static final String DRAWING = "dxf";

    private FileContent() {}

    /** Whether a file with this extension can have this content. */
    public static boolean fits(String extension, byte[] content) {
        MediaType named = KNOWN.normalize(detect(null, "file." + extension));
        MediaType found = KNOWN.normalize(detect(content, null));
        if (found.equals(MediaType.OCTET_STREAM)) {
            return false;
        }
        return (extension.equals(DRAWING) && found.equals(MediaType.TEXT_PLAIN))
                || found.equals(named)
                || KNOWN.isSpecializationOf(named, found)
                || KNOWN.isSpecializationOf(found, named);
    }

    private static MediaType detect(byte[] content, String name) {
        var about = new Metadata();
        if (name != null) {
            about.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try {
            return TYPES.detect(content == null ? null : new ByteArrayInputStream(content), about)
                    .getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
