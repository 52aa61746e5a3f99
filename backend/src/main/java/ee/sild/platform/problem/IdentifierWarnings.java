package ee.sild.platform.problem;

import java.util.ArrayList;
import java.util.List;

import ee.sild.platform.Identifiers;
import ee.sild.platform.WebDomains;

/** What is probably wrong with the identifiers of a company. */
public final class IdentifierWarnings {

    private IdentifierWarnings() {}

    public static List<FieldWarning> of(String country, String registryCode, String vatNumber, String webDomain) {
        var found = new ArrayList<FieldWarning>();
        if (Identifiers.isWrongRegistryCode(registryCode, country)) {
            found.add(FieldWarning.of("/profile/registryCode", "check-digit"));
        }
        if (Identifiers.isWrongVatNumber(vatNumber)) {
            found.add(FieldWarning.of("/profile/vatNumber", "check-digit"));
        }
        if (WebDomains.isShared(webDomain)) {
            found.add(FieldWarning.of("/profile/webDomain", "shared-domain"));
        }
        return found;
    }
}
