package ee.sild.distribution.offer;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

/** Which offers a list shows. */
public class OfferFilter {

    @QueryParam("status")
    List<OfferStatus> status;

    @QueryParam("partnerId")
    List<UUID> partnerId;

    @QueryParam("opportunityId")
    List<UUID> opportunityId;
}
