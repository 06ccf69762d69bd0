package fr.brume.web.setting;

import fr.brume.domain.machine.DomainJoin;
import fr.brume.domain.machine.DomainJoinDraft;
import fr.brume.service.machine.DomainJoinService;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The domain that deployed systems join. The password is typed and never shown. */
@Named("domainJoin")
@RequestScoped
public class DomainJoinPage {
    private static final String PAGE = "setting.DomainJoin";
    private static final String SAME = "/setting/domainJoin?faces-redirect=true";

    @Inject
    private DomainJoinService service;

    @Inject
    private Notices notices;

    private boolean known;
    private String domain;
    private String organizationalUnit;
    private String account;
    private String password;

    @PostConstruct
    void open() {
        Optional<DomainJoin> stored = service.find();
        known = stored.isPresent();
        stored.ifPresent(join -> {
            domain = join.getDomain();
            organizationalUnit = join.getOrganizationalUnit();
            account = join.getAccount();
        });
    }

    public String save() {
        return notices.goOn(
                SAME,
                PAGE,
                "saved",
                () -> service.store(new DomainJoinDraft(domain, organizationalUnit, account, password)));
    }

    public String forget() {
        service.forget();
        notices.done(PAGE, "forgotten");
        return SAME;
    }

    public boolean isKnown() {
        return known;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getOrganizationalUnit() {
        return organizationalUnit;
    }

    public void setOrganizationalUnit(String organizationalUnit) {
        this.organizationalUnit = organizationalUnit;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    /** What was typed in this request; the stored one is never read. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
