package ee.sild.customer.duplicate;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ee.sild.customer.Address;
import ee.sild.customer.CustomerProfileRequest;
import ee.sild.customer.EditCustomerRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The fields of the merged record: its own, missing ones from the other, and selected ones from the other. */
class MergedFieldsTest {

    private static final EditCustomerRequest STAYS = new EditCustomerRequest(
            "Saarte Kala AS",
            "EE",
            new CustomerProfileRequest(null, "EE1", null, null),
            new Address("Sadama 4", null, null),
            null,
            false);
    private static final EditCustomerRequest GOES = new EditCustomerRequest(
            "Saare Kala",
            "LV",
            new CustomerProfileRequest("4000", "LV2", "kala.example", UUID.randomUUID()),
            new Address(null, "Riga", "1001"),
            UUID.randomUUID(),
            true);

    @Test
    void missing_fields_are_taken_from_the_other_record() {
        var both = MergedFields.of(STAYS, GOES, Set.of());
        assertThat(both)
                .isEqualTo(new EditCustomerRequest(
                        "Saarte Kala AS",
                        "LV",
                        new CustomerProfileRequest(
                                "4000", "EE1", "kala.example", GOES.profile().industryId()),
                        new Address("Sadama 4", null, null),
                        GOES.managingPartnerId(),
                        true));
        assertThat(MergedFields.of(GOES, STAYS, Set.of())).isEqualTo(GOES);
    }

    @Test
    void selected_fields_are_taken_if_they_are_not_empty() {
        var both = MergedFields.of(STAYS, GOES, Set.of(CustomerField.values()));
        assertThat(both).isEqualTo(GOES);
        assertThat(MergedFields.of(
                        GOES,
                        STAYS,
                        Set.of(CustomerField.REGISTRY_CODE, CustomerField.VAT_NUMBER, CustomerField.WEB_DOMAIN)))
                .isEqualTo(new EditCustomerRequest(
                        "Saare Kala",
                        "LV",
                        new CustomerProfileRequest(
                                "4000", "EE1", "kala.example", GOES.profile().industryId()),
                        new Address(null, "Riga", "1001"),
                        GOES.managingPartnerId(),
                        true));
    }
}
