// The passkey ceremony: asks the browser for a key or a signature and sends it with the form.
// The one script of the site; everything else works without.
for (const form of document.querySelectorAll("form.passkey")) {
	const button = form.querySelector("button");
	const status = form.querySelector("[role=status]");
	if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) continue;
	button.hidden = false;
	status.textContent = "";
	button.addEventListener("click", async () => {
		const options = JSON.parse(form.dataset.options);
		try {
			const credential =
				form.dataset.verb === "create"
					? await navigator.credentials.create({
							publicKey:
								PublicKeyCredential.parseCreationOptionsFromJSON(options),
						})
					: await navigator.credentials.get({
							publicKey:
								PublicKeyCredential.parseRequestOptionsFromJSON(options),
						});
			form.elements.credential.value = JSON.stringify(credential.toJSON());
			form.submit();
		} catch (error) {
			status.textContent = `That did not work (${error.name}). Nothing was changed; try again or ask for a link.`;
		}
	});
}
