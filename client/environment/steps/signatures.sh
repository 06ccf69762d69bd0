#!/usr/bin/env bash
# Judges what Secure Boot will judge: that shim, GRUB and kernel are signed by whom firmware and shim trust, for exactly
# the bytes that they have. The certificates of those stand in trust/.
# shellcheck disable=SC2154 # `here` is set by the script that sources this one

readonly MOST_SIGNATURES=4

# Prints the signed statement of an Authenticode signature without its outermost header, which is what is signed.
signed_statement() {
    local signature=$1 line start header
    line=$(openssl asn1parse -inform DER -in "$signature" 2>/dev/null | awk '
        /:(1\.3\.6\.1\.4\.1\.311\.2\.1\.4|Microsoft Indirect.*)$/ { found = 1; next }
        found && /cons: SEQUENCE/ { print; exit }')
    start=$(sed -n 's/^ *\([0-9]*\):.*/\1/p' <<<"$line")
    header=$(sed -n 's/.* hl=\([0-9]*\) .*/\1/p' <<<"$line")
    [[ -n $start ]] || return 1
    openssl asn1parse -inform DER -in "$signature" -strparse "$start" -noout -out "$signature.statement"
    tail -c "+$((header + 1))" "$signature.statement"
}

# Whether a signature was made by somebody for whom this certificate vouches. Certificates outlive their dates in
# firmware, which has no trusted clock, so dates are not looked at.
vouches_for() {
    local anchor=$1 signature=$2
    signed_statement "$signature" >"$signature.content" || return 1
    openssl smime -verify -inform DER -in "$signature" -content "$signature.content" -CAfile "$anchor" -no-CApath \
        -partial_chain -purpose any -no_check_time -out /dev/null 2>/dev/null
}

# is_signed FILE SCRATCH CERTIFICATE...: whether the bytes are those that were signed, and one of the certificates
# vouches for one of the signatures. sbverify alone would do for the first half only: it takes any certificate that
# comes with the file for trusted.
is_signed() {
    local file=$1 scratch=$2 number anchor
    shift 2
    for ((number = 1; number <= MOST_SIGNATURES; number++)); do
        rm -f "$scratch/signature"
        sbattach --detach "$scratch/signature" --signum "$number" "$file" >/dev/null 2>&1 || return 1
        [[ -s $scratch/signature ]] || return 1
        for anchor in "$@"; do
            if vouches_for "$anchor" "$scratch/signature" && sbverify --cert "$anchor" "$file" >/dev/null 2>&1; then
                return 0
            fi
        done
    done
    return 1
}

# Fails when one link of the chain firmware - shim - GRUB - kernel would be refused under Secure Boot.
require_signatures() {
    local boot=$1 scratch=$2 trust=$here/trust name
    is_signed "$boot/shimx64.efi" "$scratch" "$trust"/microsoft-uefi-ca-*.pem ||
        fail "$boot/shimx64.efi is not signed by Microsoft: no firmware would start it under Secure Boot"
    for name in grubx64.efi vmlinuz; do
        is_signed "$boot/$name" "$scratch" "$trust/debian-secure-boot-ca.pem" ||
            fail "$boot/$name is not signed by Debian: shim would not start it under Secure Boot"
    done
}
