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

        @Schema(description = "The topic of the opportunity at the time of the notification")
        Ref opportunity,

        @Schema(examples = "OPP-2026-000123") String number,

        @Schema(
                nullable = true,
                description = "The name of the partner or user concerned",
                examples = "Põhjala Süsteemid")
        String about,

        @Schema(nullable = true, description = "The reason why it was declined, returned, alerted or lost")
        String reasonCode,

        @Schema(nullable = true, description = "The beginning of the note that mentions the caller")
        String excerpt,

        @Schema(nullable = true, description = "The time by which the offer must be answered")
        Instant answerBy,

        Instant createdAt,

        @Schema(nullable = true, description = "When the notification was read; null if it is unread")
        Instant readAt)
        implements Identified {}
