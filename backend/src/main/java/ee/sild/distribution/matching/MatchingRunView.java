package ee.sild.distribution.matching;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;

/** Why an offer was made to this partner: the candidates at the time of the decision. */
public record MatchingRunView(
        UUID id,
        DistributionMethod method,

        @Schema(description = "The partner that was selected")
        Ref partner,

        @Schema(
                nullable = true,
                description = "The distribution rule that selected the method; null if staff did",
                examples = "Large deals in Estonia")
        String rule,

        @Schema(nullable = true, description = "Who requested the ranking; null for the system")
        Ref decidedBy,

        MatchesView matches)
        implements Identified {}
