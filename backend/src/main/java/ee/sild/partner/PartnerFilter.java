package ee.sild.partner;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the partner list. */
public class PartnerFilter {

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words that must all be in the name or the registry code")
    String q;

    @QueryParam("registryCode")
    @Parameter(description = "Only companies with one of these registry codes, with or without spaces")
    List<@Size(max = 100) String> registryCode;

    @QueryParam("vatNumber")
    @Parameter(description = "Only companies with one of these VAT numbers, with or without spaces and punctuation")
    List<@Size(max = 100) String> vatNumber;

    @QueryParam("webDomain")
    @Parameter(description = "Only companies with one of these web domains; web addresses are accepted")
    List<@Size(max = 2000) String> webDomain;

    @QueryParam("status")
    List<PartnerStatus> status;

    @QueryParam("tierId")
    List<UUID> tierId;

    @QueryParam("territoryId")
    @Parameter(description = "Only return partners that sell in one of these territories")
    List<UUID> territoryId;
}
