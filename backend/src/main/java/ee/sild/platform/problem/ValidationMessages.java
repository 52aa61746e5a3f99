package ee.sild.platform.problem;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.MessageInterpolator;

import org.hibernate.validator.messageinterpolation.ResourceBundleMessageInterpolator;

/** Takes the messages of constraints from the same files as all other texts. */
public final class ValidationMessages {

    private ValidationMessages() {}

    /** In the language of the request. */
    @Produces
    @Singleton
    static MessageInterpolator ofRequest() {
        return new ResourceBundleMessageInterpolator(
                Messages::bundle,
                Set.of(),
                Locale.ROOT,
                context -> Messages.language().locale(),
                false);
    }

    /** In the default language, whatever the language of the system. */
    public static MessageInterpolator ofDefaultLanguage() {
        return new ResourceBundleMessageInterpolator(
                Messages::bundle, Set.of(), Locale.ROOT, context -> Locale.ROOT, false);
    }
}
