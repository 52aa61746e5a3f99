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
    @Parameter(description = "Part of the name, or the registry code")
    String q;

    @QueryParam("country")
    List<@Size(max = 2) String> country;

    @QueryParam("industryId")
    List<UUID> industryId;
}
