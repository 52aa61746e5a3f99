package ee.sild.customer.duplicate;

import java.util.Set;

import ee.sild.customer.Address;
import ee.sild.customer.CustomerProfileRequest;
import ee.sild.customer.EditCustomerRequest;

/** The details of a customer after another one was merged into it. */
final class MergedFields {

    private MergedFields() {}

    /** Takes the selected and the missing fields from the duplicate. */
    static EditCustomerRequest of(EditCustomerRequest stays, EditCustomerRequest goes, Set<CustomerField> taken) {
        var mine = stays.profile();
        var theirs = goes.profile();
        boolean codeTaken = from(CustomerField.REGISTRY_CODE, mine.registryCode(), theirs.registryCode(), taken);
        boolean addressTaken =
                taken.contains(CustomerField.ADDRESS) || stays.address().equals(Address.NONE);
        return new EditCustomerRequest(
                either(CustomerField.NAME, stays.name(), goes.name(), taken),
                codeTaken ? goes.country() : stays.country(),
                new CustomerProfileRequest(
                        codeTaken ? theirs.registryCode() : mine.registryCode(),
                        either(CustomerField.VAT_NUMBER, mine.vatNumber(), theirs.vatNumber(), taken),
                        either(CustomerField.WEB_DOMAIN, mine.webDomain(), theirs.webDomain(), taken),
                        either(CustomerField.INDUSTRY, mine.industryId(), theirs.industryId(), taken)),
                addressTaken ? goes.address() : stays.address(),
                either(CustomerField.MANAGING_PARTNER, stays.managingPartnerId(), goes.managingPartnerId(), taken),
                stays.isDirect() || goes.isDirect());
    }

    private static <T> T either(CustomerField field, T ofStaying, T ofGoing, Set<CustomerField> taken) {
        return from(field, ofStaying, ofGoing, taken) ? ofGoing : ofStaying;
    }

    private static boolean from(CustomerField field, Object ofStaying, Object ofGoing, Set<CustomerField> taken) {
        return ofGoing != null && (ofStaying == null || taken.contains(field));
    }
}
