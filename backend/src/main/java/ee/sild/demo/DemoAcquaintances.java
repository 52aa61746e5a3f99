package ee.sild.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ee.sild.demo.DemoVendor.Client;
import ee.sild.demo.DemoVendor.Company;

/** Which partners will know which customers, and from when on. */
final class DemoAcquaintances {

    private final Map<Client, Map<Company, Instant>> since = new LinkedHashMap<>();

    /** Whether there is an opportunity for this customer. */
    boolean isUsed(Client client) {
        return since.containsKey(client);
    }

    /** The partners that know the customer at this time. */
    List<Company> of(Client client, Instant at) {
        return since.getOrDefault(client, Map.of()).entrySet().stream()
                .filter(partner -> partner.getValue().isBefore(at))
                .map(Map.Entry::getKey)
                .toList();
    }

    void add(DemoPlan plan) {
        var partners = since.computeIfAbsent(plan.client(), client -> new LinkedHashMap<>());
        if (plan.isByPartner()) {
            partners.putIfAbsent(plan.team().company(), plan.times().created());
        } else if (plan.isWorked()) {
            partners.merge(
                    plan.team().company(), plan.times().answered(), (one, other) -> one.isBefore(other) ? one : other);
        }
    }
}
