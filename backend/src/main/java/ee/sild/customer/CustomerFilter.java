package ee.sild.customer;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the customer list. */
public class CustomerFilter {

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words that must all be in the name, registry code, VAT number or web domain")
    String q;

    @QueryParam("country")
    List<@Size(max = 20) String> country;

    @QueryParam("registryCode")
    @Parameter(description = "Only companies with one of these registry codes, with or without spaces")
    List<@Size(max = 100) String> registryCode;

    @QueryParam("vatNumber")
    @Parameter(description = "Only companies with one of these VAT numbers, with or without spaces and punctuation")
    List<@Size(max = 100) String> vatNumber;

    @QueryParam("webDomain")
    @Parameter(description = "Only companies with one of these web domains; web addresses are accepted")
    List<@Size(max = 2000) String> webDomain;

    @QueryParam("industryId")
    List<UUID> industryId;
}
