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

    @QueryParam("changeRequested")
    @Parameter(description = "Whether to return only items with a pending change")
    boolean changeRequested;

    @QueryParam("decidable")
    @Parameter(
            description = "Whether to return only registrations that the caller can decide on now: "
                    + "submitted or changed by somebody else, with the caller as next approver")
    boolean decidable;

    /** @param customers the customers to filter by, also those that records were merged into */
    void apply(KeysetQuery<?> list, List<UUID> customers) {
        list.matching("r.searched", q)
                .whereOneOf("r.status", "status", status)
                .whereOneOf("r.partnerId", "partner", partnerId)
                .whereOneOf("r.customerId", "customer", customers);
        if (extensionRequested) {
            list.where("r.exclusivity.extensionRequest.until is not null");
        }
        if (changeRequested) {
            list.where("r.change.requestedAt is not null");
        }
    }
}
