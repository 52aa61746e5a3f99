package ee.sild.timeline.note;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.Violations;
import ee.sild.timeline.file.FileContent;
import ee.sild.timeline.file.FileName;

/** A file to attach to a note. */
@SuppressWarnings("ArrayRecordComponent")
public record AttachFileRequest(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "[^/\\\\\\x00-\\x1f]*")
        @Schema(
                description =
                        "The file name; the content must be of the type of its extension. Names that some systems "
                                + "cannot store are not allowed, such as `CON.txt` or with a colon",
                examples = "Pakkumine.pdf")
        String name,

        @NotNull
        @Schema(
                type = SchemaType.STRING,
                format = "byte",
                description = "The content in Base64, at most 10 MiB",
                examples = "UGFra3VtaW5l")
        byte[] content) {

    private static final int LARGEST = 10 * 1024 * 1024;

    /** Rejects files that are invalid, too large, or of a type that is not allowed. */
    void check(List<String> kinds) {
        String ending =
                name.strip().substring(name.strip().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        new Violations()
                .addIf(!FileName.isSafe(name.strip()), "/name", "attachment.name")
                .addIf(!name.contains(".") || !kinds.contains(ending), "/name", "attachment.type")
                .addIf(content.length == 0, "/content", "attachment.empty")
                .addIf(content.length > LARGEST, "/content", "attachment.size")
                .throwIfAny();
        if (!FileContent.fits(ending, content)) {
            throw new Invalid("/content", "attachment.content");
        }
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
