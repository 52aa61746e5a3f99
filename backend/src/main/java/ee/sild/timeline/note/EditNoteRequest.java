package ee.sild.timeline.note;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new text for a note. */
public record EditNoteRequest(@NotBlank @Size(max = 10_000) String text) {}
