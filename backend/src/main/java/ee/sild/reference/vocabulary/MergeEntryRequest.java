package ee.sild.reference.vocabulary;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The entry of a vocabulary to merge into another one. */
public record MergeEntryRequest(
        @NotNull @Schema(description = "The entry to merge. It is retired, and what refers to it refers to the other")
        UUID duplicateId) {}
