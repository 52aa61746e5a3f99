package ee.sild.distribution.offer;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.problem.Problem;

/** The result for one of several offers that were answered together. */
public record AnsweredOfferView(
        UUID id,

        @Schema(nullable = true, description = "The offer after the answer; null where it could not be answered")
        OfferView distribution,

        @Schema(nullable = true, description = "Why it could not be answered")
        Problem problem)
        implements Identified {}
