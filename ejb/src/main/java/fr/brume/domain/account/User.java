package fr.brume.domain.account;

import fr.brume.domain.IdSource;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A person with a local account. After too many wrong passwords in a row the account takes none for a while. */
@Entity
@Table(name = "ACCOUNT")
public class User {
    /** Wrong passwords in a row that close the account for {@link #LOCKOUT}. */
    public static final int MOST_FAILURES = 5;

    public static final Duration LOCKOUT = Duration.ofMinutes(5);

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "ACCOUNT")
    @TableGenerator(name = "ACCOUNT", table = IdSource.TABLE, pkColumnValue = "ACCOUNT", allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "LOGIN")
    private String login;

    @Column(name = "DISPLAY_NAME")
    private String displayName;

    @Column(name = "PASSWORD_HASH")
    private String passwordHash;

    @Column(name = "MUST_CHANGE_PASSWORD")
    private boolean mustChangePassword;

    @Column(name = "IS_ENABLED")
    private boolean enabled = true;

    @Column(name = "LOCALE")
    private String locale = "";

    @Column(name = "LOGIN_FAILURES")
    private int loginFailures;

    @Column(name = "LOCKED_UNTIL")
    private Instant lockedUntil;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "ACCOUNT_ROLE", joinColumns = @JoinColumn(name = "ACCOUNT_ID"))
    @Column(name = "ROLE_NAME")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected User() {}

    /** A person who must change this password, handed over by somebody else, at first login. */
    public User(String login, String displayName, String passwordHash, Set<Role> roles) {
        this.login = loginKey(login);
        this.displayName = displayName;
        this.roles.addAll(roles);
        resetPassword(passwordHash);
    }

    /** The form in which logins are stored and compared. */
    public static String loginKey(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** Sets a password that its owner must change at the next login. */
    public final void resetPassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
        loginFailures = 0;
        lockedUntil = null;
    }

    /** Sets the password that the owner chose. */
    public void choosePassword(String hash) {
        resetPassword(hash);
        mustChangePassword = false;
    }

    /** Counts a wrong password. */
    public void loginFailed(Instant at) {
        loginFailures++;
        if (loginFailures >= MOST_FAILURES) {
            lockedUntil = at.plus(LOCKOUT);
            loginFailures = 0;
        }
    }

    /** Whether somebody gave a wrong password since the last right one. */
    public boolean hasLoginFailures() {
        return loginFailures > 0 || lockedUntil != null;
    }

    public void loginSucceeded() {
        loginFailures = 0;
        lockedUntil = null;
    }

    /** Whether no password is taken at this moment. */
    public boolean isLocked(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }

    public void edit(String newDisplayName, Set<Role> newRoles, boolean newEnabled) {
        displayName = newDisplayName;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
        enabled = newEnabled;
    }

    /** The language this person wants, {@code fr} or {@code en}; empty for the site's. */
    public void prefer(String newLocale) {
        locale = newLocale;
    }

    public Long getId() {
        return id;
    }

    public String getLogin() {
        return login;
    }

    public String getDisplayName() {
        return displayName;
    }

    public String getPasswordHash() {
        return passwordHash;
    }

    public boolean isMustChangePassword() {
        return mustChangePassword;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public String getLocale() {
        return locale;
    }

    public Set<Role> getRoles() {
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }
}
