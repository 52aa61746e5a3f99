package ee.sild.timeline.note;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Multiline;

/** A new text for a note. */
public record EditNoteRequest(
        @NotBlank @Multiline @Size(max = 10_000) String text) {}
