package ee.sild.registration;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import ee.sild.platform.http.KeysetQuery;

/** The filters of the registration list. */
public class RegistrationFilter {

    @QueryParam("q")
    @Size(max = 200)
    @Parameter(description = "Words that must all be in the topic, the number or the customer's name")
    String q;

    @QueryParam("status")
    List<RegistrationStatus> status;

    @QueryParam("partnerId")
    List<UUID> partnerId;

    @QueryParam("customerId")
    List<UUID> customerId;

    @QueryParam("extensionRequested")
    @Parameter(description = "Whether to return only items with a requested extension")
    boolean extensionRequested;

    @QueryParam("decidable")
    @Parameter(
            description = "Whether to return only registrations that the caller can decide on now: "
                    + "submitted by somebody else, with the caller as next approver")
    boolean decidable;

    void apply(KeysetQuery<?> list) {
        list.matching("r.searched", q)
                .where("r.status in :status", "status", status)
                .where("r.partnerId in :partner", "partner", partnerId)
                .where("r.customerId in :customer", "customer", customerId);
        if (extensionRequested) {
            list.where("r.exclusivity.extensionRequest.until is not null");
        }
    }
}
