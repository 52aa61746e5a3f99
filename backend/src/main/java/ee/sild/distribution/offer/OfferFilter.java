package ee.sild.distribution.offer;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

/** The filters of the offer list. */
public class OfferFilter {

    @QueryParam("status")
    List<OfferStatus> status;

    @QueryParam("partnerId")
    List<UUID> partnerId;

    @QueryParam("opportunityId")
    List<UUID> opportunityId;
}
