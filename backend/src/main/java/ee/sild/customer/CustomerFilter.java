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
    List<@Size(max = 2) String> country;

    @QueryParam("industryId")
    List<UUID> industryId;
}
