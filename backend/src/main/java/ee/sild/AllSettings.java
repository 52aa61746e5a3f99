package ee.sild;

import java.util.List;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.validator.BeanValidationConfigValidator;

import ee.sild.identity.SessionSettings;
import ee.sild.identity.signing.SigningKeySettings;
import ee.sild.notification.live.LiveSettings;
import ee.sild.notification.mail.MailSettings;
import ee.sild.opportunity.DeadlineSettings;
import ee.sild.opportunity.ExtensionSettings;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.database.ExportSettings;
import ee.sild.platform.database.HeavyReadSettings;
import ee.sild.platform.database.StatementSettings;
import ee.sild.platform.http.limit.LimitSettings;
import ee.sild.platform.job.ClockSettings;
import ee.sild.platform.job.JobSettings;
import ee.sild.platform.job.RetentionSettings;
import ee.sild.platform.problem.ValidationMessages;
import ee.sild.platform.security.EncryptionSettings;
import ee.sild.registration.RegistrationSettings;
import ee.sild.registration.approval.ApprovalSettings;
import ee.sild.settings.CurrencySettings;
import ee.sild.timeline.file.AttachmentSettings;

/** The settings of all features, read and validated by their constraints. */
final class AllSettings {

    static final List<Class<?>> MAPPINGS = List.of(
            InstallationSettings.class,
            EncryptionSettings.class,
            ClockSettings.class,
            JobSettings.class,
            RetentionSettings.class,
            LimitSettings.class,
            StatementSettings.class,
            HeavyReadSettings.class,
            ExportSettings.class,
            CurrencySettings.class,
            SessionSettings.class,
            SigningKeySettings.class,
            ExtensionSettings.class,
            DeadlineSettings.class,
            RegistrationSettings.class,
            ApprovalSettings.class,
            AttachmentSettings.class,
            MailSettings.class,
            LiveSettings.class);

    private static final String FOLLOWS_LATER = "follows from the password of the database";

    private AllSettings() {}

    /** @param withSecret whether the secret is set; otherwise it is derived later */
    static SmallRyeConfig read(boolean withSecret) {
        var settings = ConfigUtils.configBuilder().withValidator(new Check());
        MAPPINGS.forEach(settings::withMapping);
        if (!withSecret) {
            settings.withDefaultValue("sild.secret", FOLLOWS_LATER);
        }
        return settings.build();
    }

    private static final class Check implements BeanValidationConfigValidator {

        private final Validator validator = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(ValidationMessages.ofDefaultLanguage())
                .buildValidatorFactory()
                .getValidator();

        @Override
        public Validator getValidator() {
            return validator;
        }
    }
}
