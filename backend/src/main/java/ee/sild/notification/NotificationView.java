package ee.sild.notification;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.identity.NotificationKind;
import ee.sild.platform.Identified;
import ee.sild.platform.Ref;

/** A notification of the caller. */
public record NotificationView(
        UUID id,
        NotificationKind kind,

        @Schema(description = "What it is about, as it was called then")
        Ref opportunity,

        @Schema(examples = "OPP-2026-000123") String number,

        @Schema(
                nullable = true,
                description = "The partner or the person that it happened with",
                examples = "Põhjala Süsteemid")
        String about,

        @Schema(nullable = true, description = "Why it was declined, returned, alerted or lost")
        String reasonCode,

        @Schema(nullable = true, description = "The beginning of the note in which the caller is named")
        String excerpt,

        @Schema(nullable = true, description = "When the offer has to be answered")
        Instant answerBy,

        Instant createdAt,

        @Schema(nullable = true, description = "Null as long as it is new to the caller")
        Instant readAt)
        implements Identified {}
